using System.Reflection;
using System.Runtime.CompilerServices;

namespace HackLab.Kernel.Formatting;

/// <summary>The public properties and fields of a value, as name and value.</summary>
internal static class Members
{
    /// <summary>At most so many are shown of one object.</summary>
    private const int Most = 30;

    /// <summary>Names of what can be shown of a type, in the order of declaration.</summary>
    public static IReadOnlyList<MemberInfo> Of(Type type) => [.. All(type).Take(Most)];

    /// <summary>Names of what can be read of a type, however many, in the order of declaration.</summary>
    public static IReadOnlyList<MemberInfo> All(Type type) =>
    [
        .. type.GetMembers(BindingFlags.Public | BindingFlags.Instance)
            .Where(m => m is FieldInfo || (m is PropertyInfo p && p.GetMethod is { IsPublic: true } get && get.GetParameters().Length == 0
                && !IsByRefLike(p.PropertyType)))
            .OrderBy(m => m.MetadataToken),
    ];

    /// <summary>The member's value; an exception thrown by a getter is the value.</summary>
    public static object? Value(MemberInfo member, object instance)
    {
        try
        {
            return member is PropertyInfo property ? property.GetValue(instance) : ((FieldInfo)member).GetValue(instance);
        }
        catch (TargetInvocationException failure) when (failure.InnerException is not (OperationCanceledException or ThreadInterruptedException))
        {
            return failure.InnerException;
        }
        catch (NotSupportedException failure)
        {
            return failure;
        }
    }

    /// <summary>Whether the type says itself how it reads: it overrides ToString (records and anonymous types do).</summary>
    public static bool HasOwnText(Type type)
    {
        Type? declaring = type.GetMethod("ToString", Type.EmptyTypes)?.DeclaringType;
        return declaring is not null && declaring != typeof(object) && declaring != typeof(ValueType);
    }

    /// <summary>Whether the compiler made the type for <c>new { … }</c>: C# has no name for it.</summary>
    public static bool IsAnonymous(Type type) =>
        type.Name.StartsWith("<>f__AnonymousType", StringComparison.Ordinal)
        && type.IsDefined(typeof(CompilerGeneratedAttribute), false);

    /// <summary>The parts of a tuple; null if the value is none.</summary>
    public static ITuple? AsTuple(object value) => value as ITuple;

    private static bool IsByRefLike(Type type) => type.IsByRefLike || type.IsByRef || type.IsPointer;
}
