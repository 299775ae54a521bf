namespace HackLab.Data.Delimited;

/// <summary>The type of a column's values.</summary>
public enum ColumnType
{
    /// <summary><see cref="bool"/>: true or false, in any case.</summary>
    Boolean,

    /// <summary><see cref="int"/>.</summary>
    Int32,

    /// <summary><see cref="long"/>.</summary>
    Int64,

    /// <summary><see cref="float"/>, as <c>float.Parse</c> gives it; NaN where missing.</summary>
    Single,

    /// <summary><see cref="double"/>, as <c>double.Parse</c> gives it; NaN where missing.</summary>
    Double,

    /// <summary><see cref="string"/>; null where missing.</summary>
    Text,

    /// <summary>
    /// <see cref="DateTime"/> from ISO 8601 (2015-09-14, 2015-09-14T09:50:45.4Z, also with a space); never found out, only where
    /// asked for.
    /// </summary>
    Date,
}
