import CMalloc

/// Gives memory that was freed back to the system, where the C library can be asked to.
///
/// It keeps for each thread what was taken there; what the workers have freed is of no use to the
/// thread that is left, and stays the process's until somebody asks.
func giveBackFreedMemory() { copydesk_give_back_freed_memory() }
