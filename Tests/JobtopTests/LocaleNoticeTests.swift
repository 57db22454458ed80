import Testing
import TextScreen

@testable import jobtop

/// Whoever gets ASCII without having asked for it is told how to get the rest.
struct LocaleNoticeTests {
    private func reason(
        _ environment: [String: String], charset: Charset = .ascii, isASCIIWanted: Bool = false
    ) -> LocaleNotice? {
        LocaleNotice(charset: charset, isASCIIWanted: isASCIIWanted, environment: environment)
    }

    @Test(arguments: [[:], ["LANG": ""], ["LC_ALL": "", "LC_CTYPE": "", "LANG": ""], ["LC_MESSAGES": "C.UTF-8"]])
    func missingLocaleIsNamed(environment: [String: String]) {
        #expect(reason(environment) == .unset)
    }

    @Test func firstVariableThatCountsIsNamed() {
        #expect(reason(["LANG": "C"]) == .plain(variable: "LANG", value: "C"))
        #expect(reason(["LC_CTYPE": "POSIX", "LANG": "C.UTF-8"]) == .plain(variable: "LC_CTYPE", value: "POSIX"))
        #expect(reason(["LC_ALL": "C", "LANG": "de_DE.UTF-8"])?.notice.hasSuffix("set LC_ALL=C.UTF-8.") == true)
    }

    @Test(arguments: ["de_DE.UTF-8", "de_DE.utf8@euro", "C.utf-8"]) func localeThatIsNotInstalledIsNamed(value: String) {
        #expect(reason(["LANG": value]) == .missing(variable: "LANG", value: value))
    }

    @Test func anotherEncodingIsNobodysMistake() {
        #expect(reason(["LANG": "de_DE.ISO-8859-1"]) == nil)
        #expect(reason(["LANG": "de_DE"]) == nil)
    }

    @Test func nothingIsSaidWhereASCIIIsWantedOrNotDrawn() {
        #expect(reason([:], isASCIIWanted: true) == nil)
        #expect(reason([:], charset: .unicode(.unicode14)) == nil)
    }

    @Test func noticesAreASCII() throws {
        for environment in [[:], ["LANG": "C"], ["LANG": "de_DE.UTF-8"]] {
            let notice = try #require(reason(environment)).notice
            #expect(!notice.unicodeScalars.contains { !$0.isASCII })
            #expect(notice.hasSuffix("set LANG=C.UTF-8."))
        }
    }
}
