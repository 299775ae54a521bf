using System.Text.Json.Nodes;

namespace HackLab.Cli.Pages;

/// <summary>Puts the pictures that a notebook refers to into its page, so that the page is one file.</summary>
/// <param name="folder">The notebook's folder, where relative addresses start.</param>
internal sealed class PagePictures(string folder)
{
    // Larger ones would make a page that is slow to open; they stay links.
    private const long SizeLimit = 8 << 20;

    private static readonly Dictionary<string, string> MimeTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png", [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".gif"] = "image/gif",
        [".svg"] = "image/svg+xml", [".webp"] = "image/webp",
    };

    /// <summary>The address to use in the page: the picture itself if it is in the cell or in a file, else what was given.</summary>
    public string Inline(string address, JsonObject? attachments)
    {
        const string attachment = "attachment:";
        if (address.StartsWith(attachment, StringComparison.Ordinal))
        {
            return attachments?[address[attachment.Length..]] is JsonObject forms && forms.FirstOrDefault() is { Key: not null } form
                ? $"data:{form.Key};base64,{Notebooks.MultilineText.Join(form.Value).Trim()}" : address;
        }
        if (address.Contains(':') || !MimeTypes.TryGetValue(Path.GetExtension(address), out string? mimeType)) return address;
        var file = new FileInfo(Path.Combine(folder, Uri.UnescapeDataString(address)));
        return file.Exists && file.Length <= SizeLimit ? $"data:{mimeType};base64,{Convert.ToBase64String(File.ReadAllBytes(file.FullName))}" : address;
    }
}
