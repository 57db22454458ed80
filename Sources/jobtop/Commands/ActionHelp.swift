/// The paragraph that the help of every command for an action has.
enum ActionHelp {
    static let text = """
        On a terminal it asks first; elsewhere it needs --yes. It asks the platform for fresh data, sends the request once, and \
        adds a line to the file of actions. If the answer is lost, it looks for the effect, says what it sees, and ends with \
        status 5. Never repeat it then without a look.
        """
}
