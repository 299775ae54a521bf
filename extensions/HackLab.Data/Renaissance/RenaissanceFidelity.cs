namespace HackLab.Data.Renaissance;

internal static class RenaissanceFidelity
{
    internal static IEnumerable<FidelityRow> Compare(string realFolder, CancellationToken cancellation) => [];
}
