using System.Globalization;

namespace HackLab.Data;

/// <summary>What is in a frame, in numbers.</summary>
public sealed partial class DataFrame
{
    /// <summary>For each column its type and how many values are there.</summary>
    public DataFrame Info() => new(Columns
        .Select(column => (DataFrameColumn)new StringDataFrameColumn(column.Name, [column.DataType.Name, Whole(column.Length - column.NullCount)]))
        .Prepend(new StringDataFrameColumn("Info", ["DataType", "Length (excluding null values)"])));

    /// <summary>
    /// For each column of numbers how many values are there, their mean, sample standard deviation, smallest, quartiles and
    /// largest.
    /// </summary>
    /// <example><code>DataFrame.LoadCsv("koi.csv").Description()</code></example>
    public DataFrame Description() => new(Columns.Where(column => column.IsNumericColumn())
        .Select(Described)
        .Prepend(new StringDataFrameColumn("Description", ["Length (excluding null values)", "Mean", "Std", "Min", "25 %", "50 %", "75 %", "Max"])));

    private static DataFrameColumn Described(DataFrameColumn column)
    {
        Statistics s = Statistics.Of(column.Numbers());
        return new PrimitiveDataFrameColumn<double>(column.Name, [s.Count, s.Mean, s.Std, s.Min, s.Quartile1, s.Median, s.Quartile3, s.Max]);
    }

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
