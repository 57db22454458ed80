import Dashboard
import FoundationEssentials
import Glibc
import Testing

@testable import jobtop

/// The table of offsets compared with the system's, in a separate process, since the zone is global to a process.
struct LocalZoneTests {
    @Test func theOffsetsOfAYearAreTheSystems() async {
        await #expect(processExitsWith: .success) {
            for zone in ["Europe/Berlin", "America/New_York", "Asia/Kolkata", "UTC", "Australia/Lord_Howe"] {
                setenv("TZ", zone, 1)
                tzset()
                let start = Date(timeIntervalSince1970: 1_795_456_800)
                let table = UTCOffsets.local(around: start)
                let wrong = stride(from: -366 * 86400, through: 366 * 86400, by: 1800).filter { step in
                    [-1, 0].contains { shift in
                        let instant = start.addingTimeInterval(Double(step + shift))
                        return table.offset(at: instant) != Self.systemOffset(at: instant)
                    }
                }
                #expect(wrong == [], "\(zone)")
            }
        }
    }

    private static func systemOffset(at instant: Date) -> Int {
        var seconds = time_t(instant.timeIntervalSince1970)
        var local = tm()
        return localtime_r(&seconds, &local) == nil ? 0 : local.tm_gmtoff
    }
}
