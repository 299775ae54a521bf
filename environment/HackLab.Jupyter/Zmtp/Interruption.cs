namespace HackLab.Jupyter.Zmtp;

/// <summary>Locks that a cell's interrupt cannot break. They are held for microseconds, so nobody waits for the interrupt.</summary>
internal static class Interruption
{
    /// <summary>Enters; true if the thread was interrupted meanwhile, which the caller passes on after leaving.</summary>
    public static bool Enter(Lock gate)
    {
        bool interrupted = false;
        while (true)
        {
            try
            {
                gate.Enter();
                return interrupted;
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        }
    }
}
