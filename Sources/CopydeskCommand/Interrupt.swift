#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Set by the signal handler, which may do no more than that.
nonisolated(unsafe) private var interruptSignal: sig_atomic_t = 0

/// Ctrl-C ends a run after whole lines; a second one ends it at once.
enum Interrupt {
  /// Whether the user wants the run to end.
  static var isRequested: Bool { interruptSignal != 0 }

  /// The exit code of an interrupted program: 128 and the signal's number.
  static var exitCode: Int32 { 128 + Int32(interruptSignal) }

  /// Notes interrupts from now on, and lets a closed pipe be an error of `write` and no signal.
  static func watch() {
    signal(SIGPIPE, SIG_IGN)
    // A parent may start us with signals blocked, as threads of some libraries have them.
    var watched = sigset_t()
    sigemptyset(&watched)
    for number in [SIGINT, SIGTERM] {
      sigaddset(&watched, number)
      var action = sigaction()
      let handler: @convention(c) (Int32) -> Void = { interruptSignal = sig_atomic_t($0) }
      #if canImport(Darwin)
        action.__sigaction_u.__sa_handler = handler
        action.sa_flags = Int32(SA_RESETHAND)
      #else
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      #endif
      sigaction(number, &action, nil)
    }
    pthread_sigmask(SIG_UNBLOCK, &watched, nil)
  }
}
