import Testing

@Suite struct SoakTests {
    @Test func aShortSoakFindsNoGrowthAndNoStorm() throws {
        let program = Jobtop.path.replacing(/jobtop$/, with: "soak")
        let ended = try ShellCommand.run(program, ["120", "3"])
        #expect(ended.status == 0, "\(ended.output)\(ended.errors)")
        #expect(ended.output.contains("memory after the warm-up"))
    }
}
