/// The eight basic colors, by their numbers in ECMA-48 (8.3.117, select graphic rendition).
enum BasicColor: Int16 {
    case black, red, green, yellow, blue, magenta, cyan, white
}
