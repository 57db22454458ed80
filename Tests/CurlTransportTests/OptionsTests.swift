import Testing

@testable import CurlTransport

struct OptionsTests {
    typealias Options = CurlTransport.Options

    @Test func withoutAnyWordTheSystemsAuthoritiesAreTrusted() {
        #expect(Options(caFile: nil, environment: [:]) == Options())
        #expect(Options(caFile: nil, environment: ["CURL_CA_BUNDLE": "", "SSL_CERT_FILE": "", "SSL_CERT_DIR": ""]) == Options())
    }

    @Test func theEnvironmentIsReadAsTheCurlCommandReadsIt() {
        let openssl = ["SSL_CERT_FILE": "file.pem", "SSL_CERT_DIR": "folder"]
        let both = openssl.merging(["CURL_CA_BUNDLE": "bundle.pem"]) { $1 }
        #expect(Options(caFile: nil, environment: openssl) == Options(caFile: "file.pem", caDirectory: "folder"))
        #expect(Options(caFile: nil, environment: both) == Options(caFile: "bundle.pem"))
    }

    @Test func aFileThatIsNamedWinsOverTheEnvironment() {
        #expect(
            Options(caFile: "mine.pem", environment: ["CURL_CA_BUNDLE": "bundle.pem", "SSL_CERT_DIR": "d"])
                == Options(caFile: "mine.pem"))
    }
}
