using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Definitions;
using CommunityLms.Workflows.Forms;
using CommunityLms.Workflows.Forms.Schema;

namespace CommunityLms.Workflows.Transfer;

/// <summary>A workflow with its forms as one file: a zip of <c>manifest.json</c>, <c>process.bpmn</c> and <c>forms/{key}.json</c>.</summary>
/// <param name="Xml">The BPMN file, byte for byte as it came.</param>
internal sealed record WorkflowFile(string Key, string Name, string Xml, IReadOnlyList<FormFile> Forms)
{
    /// <summary>What this program writes, and the newest it reads.</summary>
    private const int Format = 1;

    private const string Manifest = "manifest.json";
    private const string Drawing = "process.bpmn";
    private const string FormFolder = "forms/";
    private const string FormEnding = ".json";
    private const int MostManifestBytes = 64 * 1024;
    private const int BytesPerLetter = 4;
    private static readonly UTF8Encoding s_strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), MaxDepth = 8 };

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            Add(zip, Manifest, JsonSerializer.Serialize(new FileManifest(Format, Key, Name, [.. Forms.Select(f => new FormEntry(f.Key, f.Name))]), s_json));
            Add(zip, Drawing, Xml);
            foreach (var form in Forms)
                Add(zip, FormFolder + form.Key + FormEnding, form.Schema);
        }
        return stream.ToArray();
    }

    /// <exception cref="RuleBroken">It is no such file, holds something else, or unpacks too large.</exception>
    public static async Task<WorkflowFile> Read(Stream file, CancellationToken cancel)
    {
        using var packed = await Limited(file, FileRules.MostBytes, FileRules.TooLarge, cancel);
        try
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
            var parts = new Dictionary<string, string>(StringComparer.Ordinal);
            if (zip.Entries.Count > FormRules.MostForms + 2)
                throw new RuleBroken(FileRules.Foreign, zip.Entries[^1].FullName);
            foreach (var entry in zip.Entries)
                if (LimitOf(entry.FullName) is not { } limit || !parts.TryAdd(entry.FullName, await Text(entry, limit, cancel)))
                    throw new RuleBroken(FileRules.Foreign, Shown(entry.FullName));
            return Put(parts);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or DecoderFallbackException or JsonException or NotSupportedException)
        {
            throw new RuleBroken(FileRules.Damaged);
        }
    }

    private static WorkflowFile Put(Dictionary<string, string> parts)
    {
        if (!parts.TryGetValue(Manifest, out var written) || !parts.TryGetValue(Drawing, out var xml))
            throw new RuleBroken(FileRules.Incomplete, Manifest, Drawing);
        var manifest = JsonSerializer.Deserialize<FileManifest>(written, s_json) is { Key: not null, Name: not null, Forms: not null } whole ? whole : throw new RuleBroken(FileRules.Damaged);
        if (manifest.Format > Format)
            throw new RuleBroken(FileRules.Newer);
        var named = manifest.Forms.Where(f => f?.Key is not null).DistinctBy(f => f.Key).ToDictionary(f => f.Key, f => f.Name, StringComparer.Ordinal);
        var forms = parts.Keys.Where(p => p.StartsWith(FormFolder, StringComparison.Ordinal)).Select(p => p[FormFolder.Length..^FormEnding.Length]).ToList();
        if (named.Keys.Except(forms, StringComparer.Ordinal).FirstOrDefault() is { } missing)
            throw new RuleBroken(FileRules.FormMissing, missing);
        return new(manifest.Key, manifest.Name, xml, [.. forms.Select(key => new FormFile(key, named.GetValueOrDefault(key) ?? key, parts[FormFolder + key + FormEnding]))]);
    }

    /// <summary>How many bytes a part may have; null for what isn't a part, a path out of the file among it.</summary>
    private static int? LimitOf(string name) => name switch
    {
        Manifest => MostManifestBytes,
        Drawing => DefinitionRules.LargestFile * BytesPerLetter,
        _ when name.StartsWith(FormFolder, StringComparison.Ordinal) && name.EndsWith(FormEnding, StringComparison.Ordinal) && name.Length > FormFolder.Length + FormEnding.Length
            && DefinitionForm.IsKey(name[FormFolder.Length..^FormEnding.Length]) => FormReader.MostLetters * BytesPerLetter,
        _ => null,
    };

    private static async Task<string> Text(ZipArchiveEntry entry, int limit, CancellationToken cancel)
    {
        await using var unpacked = await entry.OpenAsync(cancel);
        using var content = await Limited(unpacked, limit, FileRules.UnpacksTooLarge, cancel);
        return s_strict.GetString(content.GetBuffer(), 0, (int)content.Length);
    }

    /// <summary>Neither the size a browser nor the one an archive declares is believed.</summary>
    private static async Task<MemoryStream> Limited(Stream from, int limit, Rule rule, CancellationToken cancel)
    {
        var copy = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (copy.Length + read > limit)
                throw new RuleBroken(rule, limit / 1024);
            copy.Write(buffer, 0, read);
        }
        copy.Position = 0;
        return copy;
    }

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var part = zip.CreateEntry(name).Open();
        part.Write(s_strict.GetBytes(text));
    }

    private static string Shown(string name) => name.Length <= 80 ? name : name[..80] + "…";
}

internal sealed record FormFile(string Key, string Name, string Schema);

internal sealed record FileManifest(int Format, string Key, string Name, IReadOnlyList<FormEntry> Forms);

internal sealed record FormEntry(string Key, string Name);

internal static class FileRules
{
    public const int MostBytes = 8 * 1024 * 1024;

    public static readonly Rule TooLarge = new("The file is larger than {0} kB.", "File");
    public static readonly Rule UnpacksTooLarge = new("The file unpacks to more than it may: a part of it may have {0} kB.", "File");
    public static readonly Rule Damaged = new("The file is damaged, or no workflow that was downloaded here. Choose the .zip file as it was downloaded.", "File");
    public static readonly Rule Foreign = new("The file holds “{0}”, which doesn’t belong there or is there twice.", "File");
    public static readonly Rule Incomplete = new("The file lacks {0} or {1}.", "File");
    public static readonly Rule FormMissing = new("The file names the form {0} and doesn’t hold it.", "File");
    public static readonly Rule Newer = new("The file was written by a newer version of this program.", "File");
}
