import CNcurses
import Glibc
import Testing
import TextScreen

extension CursesTests {
    @Suite struct CharacterWidthTests {
        @Test func everyScalarIsAsWideAsTheCLibrarySays() {
            setlocale(LC_ALL, "C.UTF-8")
            var differing: [String] = []
            for value in UInt32(0)...0x10FFFF {
                guard let scalar = Unicode.Scalar(value) else { continue }
                let ours = CharacterWidth.columns(of: scalar)
                // A newer library may know characters that ours does not show.
                let isNew = (scalar.properties.age?.major ?? 99) > 14
                let theirs = isNew ? -1 : Int(wcwidth(wchar_t(bitPattern: value)))
                if ours != theirs { differing.append("U+\(String(value, radix: 16)) \(ours) \(theirs)") }
            }
            #expect(differing == [])
        }
    }
}
