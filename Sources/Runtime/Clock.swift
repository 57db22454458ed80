package import Dashboard
import FoundationEssentials
import Glibc

extension Moment {
    /// The current time of both clocks; CLOCK_BOOTTIME includes time in suspend (clock_gettime(2)).
    package static var now: Moment {
        var uptime = timespec()
        clock_gettime(CLOCK_BOOTTIME, &uptime)
        return Moment(wall: Date(), uptime: Double(uptime.tv_sec) + Double(uptime.tv_nsec) / 1e9)
    }
}
