import Testing
import TextScreen

@Suite struct CharacterWidthTests {
    @Test(
        arguments: [
            ("a", 1), ("~", 1), ("é", 1), ("\u{301}", 0), ("日", 2), ("─", 1), ("█", 1), ("⚡", 2), ("😀", 2), ("ﾊ", 1), ("Ｗ", 2),
            ("\u{1160}", 0), ("\u{0}", 0), ("\u{7}", -1), ("\u{9B}", -1), ("\u{2028}", -1), ("\u{378}", -1), ("\u{10FFFF}", -1),
        ] as [(Unicode.Scalar, Int)])
    func aScalarTakesTheColumnsOfItsKind(scalar: Unicode.Scalar, columns: Int) {
        #expect(CharacterWidth.columns(of: scalar) == columns)
    }
}
