using System.Collections.Concurrent;
using System.IO.MemoryMappedFiles;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.CodeAnalysis;

namespace HackLab.Kernel.Compilation;

/// <summary>
/// A compiler reference whose file is mapped, not read: only the pages that the compiler looks at cost memory. Roslyn's own
/// CreateFromFile copies every file as a whole, which would be most of the kernel's memory.
/// </summary>
/// <param name="Reference">What the compiler is given.</param>
/// <param name="Needs">The simple names of the assemblies that it refers to itself.</param>
internal sealed record MappedAssembly(MetadataReference Reference, IReadOnlyList<string> Needs)
{
    private static readonly ConcurrentDictionary<(string Path, long Length, DateTime Written), MappedAssembly?> Opened = new();

    /// <summary>Maps a managed assembly, once per process and version of the file; null if it is not one (a native library).</summary>
    public static MappedAssembly? TryOpen(string path)
    {
        var file = new FileInfo(path);
        return Opened.GetOrAdd((path, file.Length, file.LastWriteTimeUtc), static key => Map(key.Path, checked((int)key.Length)));
    }

    private static unsafe MappedAssembly? Map(string path, int length)
    {
        if (length == 0) return null;
        using FileStream stream = File.OpenRead(path);
        // The mapping lives as long as the process: references are cached for all later cells.
        MemoryMappedFile file = MemoryMappedFile.CreateFromFile(
            stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        MemoryMappedViewAccessor view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        byte* start = null;
        view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        try
        {
            var image = new PEReader(start, length);
            if (!image.HasMetadata) return null;
            PEMemoryBlock block = image.GetMetadata();
            MetadataReader metadata = image.GetMetadataReader();
            if (!metadata.IsAssembly) return null;
            string[] needs = [.. metadata.AssemblyReferences.Select(r => metadata.GetString(metadata.GetAssemblyReference(r).Name))];
            ModuleMetadata module = ModuleMetadata.CreateFromMetadata((nint)block.Pointer, block.Length);
            return new(AssemblyMetadata.Create(module).GetReference(filePath: path, documentation: XmlDocumentation.For(path)), needs);
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
