import Foundation
import Testing

/// The oldest supported Swift is the same wherever it is named.
struct SupportedVersionsTests {
    private static func text(_ path: String) throws -> String {
        try String(contentsOf: SourceFile.root.appending(path: path), encoding: .utf8)
    }

    @Test func oldestSwiftIsTheSameEverywhere() throws {
        let manifest = try Self.text("Package.swift").firstMatch(of: /swift-tools-version: *([0-9.]+)/)?.1
        let setup = try Self.text("Scripts/setup").firstMatch(of: /needed=([0-9.]+)/)?.1
        let readme = try Self.text("README.md").firstMatch(of: /Swift ([0-9.]+) or newer/)?.1
        let library = try Self.text("docs/INTUNED.md").firstMatch(of: /Swift ([0-9.]+) or newer/)?.1
        #expect(manifest != nil)
        #expect(Set([manifest, setup, readme, library]) == [manifest])
    }
}
