using System.Diagnostics;
using System.Globalization;
using HackLab.Data.Delimited;
using HackLab.Data.Npy;

// usage: time KIND FILE REPETITIONS | peak KIND FILE
// Prints one line of JSON: milliseconds of each reading and a check sum, or the process's peak working set.
string mode = args[0], kind = args[1], file = args[2];
var times = new List<string>();
double sum = 0;
int count = 0;
for (int i = 0; i < (mode == "time" ? int.Parse(args[3], CultureInfo.InvariantCulture) : 1); i++)
{
    GC.Collect();
    long start = Stopwatch.GetTimestamp();
    float[] values = Read();
    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture));
    count = values.Length;
    if (mode == "time") sum = values.Sum(value => (double)value);
}
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $$"""{"ms": [{{string.Join(", ", times)}}], "sum": {{sum:R}}, "values": {{count}}, "peak": {{Process.GetCurrentProcess().PeakWorkingSet64}}}"""));

float[] Read() => kind switch
{
    "empty" => [],
    "csv" => DelimitedReader.Read(file).Values,
    "cached" => DelimitedReader.Read(file, new DelimitedOptions { Cache = TableCache.Beside }).Values,
    "typed" => Csv.Read(file, new DelimitedOptions { Header = false, Reals = ColumnType.Single })[28].As<float>(),
    "npy" => Npy.Read(file).As<float>(),
    _ => throw new ArgumentException($"There is no '{kind}'. There are: empty, csv, cached, typed, npy."),
};
