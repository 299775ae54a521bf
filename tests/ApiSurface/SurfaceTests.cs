namespace ApiSurface;

public class SurfaceTests
{
    [Fact]
    public void Every_public_member_stands_in_TorchSharps_list_with_the_same_signature()
    {
        IReadOnlyList<string> faults = SurfaceCheck.Run().Faults;
        string report = $"{faults.Count} members are neither in the list nor in exceptions.txt:\n{string.Join('\n', faults)}";
        Assert.True(faults.Count == 0, report);
    }

    [Fact]
    public void Every_exception_is_needed() => Assert.Empty(SurfaceCheck.Run().Unused);

    [Fact]
    public void The_committed_lines_stand_in_the_whole_list()
    {
        Assert.SkipWhen(Files.WholeList is null, "The whole list does not lie beside the repository.");
        HashSet<string> whole = [.. File.ReadLines(Files.WholeList!)];
        Assert.DoesNotContain(ApiLine.ReadFile(Files.Signatures), line => !whole.Contains(line.ToString()));
    }

    [Fact]
    public void No_line_of_the_whole_list_has_a_fault_in_it()
    {
        Assert.SkipWhen(Files.WholeList is null, "The whole list does not lie beside the repository.");
        ApiList list = new(ApiLine.ReadFile(Files.WholeList!));
        Assert.DoesNotContain(list.Lines, line => list.Fault(line) is not null);
    }

    [Fact]
    public void An_exception_without_a_reason_is_refused()
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "T :: static void one()\nT :: static void two()\n    A reason.\n");
            Assert.Throws<FormatException>(() => ExceptionList.ReadFile(file));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
