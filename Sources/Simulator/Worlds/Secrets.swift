extension World {
    /// Parts of every secret in the answers of the worlds: none of them may appear in the output of a client.
    ///
    /// The API's key and the signatures of links are secrets too; they are not listed, since they are created at the start.
    package static let secrets = [
        "s3cr3t-Hook-Pass", "whk_live_51b0c9e7a2", "c2VjcmV0LXNpbms", "whsec_9ZkT2mQ7Lx0e", "AKIA4ZSIMULATOR7QXE",
        "wJalrXUtnFEMI/K7MDENG", "ntf_7d1e0b", "xoxb-2041-simulated-0f9a", "Pr0xy-Passw0rd", "pa%20ss", "kafka-Secret-77",
        "pd-Secret-91", "tok_hidden_5521", "nested-Secret-13", "ftp-Secret-3", "snap-Secret-8", "row-Secret-21",
    ]
}
