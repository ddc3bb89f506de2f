using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Files;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Tenancy;
using CommunityLms.Workflows.Forms.Schema;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;

namespace CommunityLms.Workflows.Forms.Filling;

/// <summary>
/// Files of a form that is filled in. What came is stored at once, so that it needn't be sent again when another answer needs a change;
/// the page keeps a ticket for it, which only the person who sent the file can use, so that nobody names a file of somebody else.
/// </summary>
internal sealed class FormFiles(BroughtFiles brought, IDataProtectionProvider protection, ICurrentUser user) : IScopedDependency
{
    /// <summary>Added to a field's name for the tickets of files that stay.</summary>
    public const string Kept = ".kept";

    private readonly Dictionary<string, List<KeptFile>> _sent = new(StringComparer.Ordinal);

    public List<AnswerError> Errors { get; } = [];

    public static FilePolicy Policy(FileField field) => BroughtFiles.PolicyOf(field.ContentTypes);

    /// <summary>Stores what was sent for the file questions of a form; anything else is left.</summary>
    public async Task Take(Form form, IFormFileCollection files, CancellationToken cancel)
    {
        var asked = FileFields(form.Elements, PostedForm.Root).ToDictionary(f => f.Name, f => f.Field, StringComparer.Ordinal);
        foreach (var group in files.Where(f => f.Length > 0).GroupBy(f => f.Name, StringComparer.Ordinal))
            if (asked.TryGetValue(WithoutRows(group.Key), out var field))
                await Take(field, group.Key, [.. group], cancel);
    }

    /// <summary>What stands in a file question: what stays, and what came. A question for one file keeps the newest.</summary>
    public JsonArray Of(IFormCollection posted, FileField field, string name)
    {
        var kept = posted[name + Kept].Take(FileField.MostFiles).Select(t => Read(t)).OfType<KeptFile>();
        var all = kept.Concat(_sent.GetValueOrDefault(name, [])).ToList();
        return new([.. (field.Several ? all : all.TakeLast(1)).Select(f => (JsonNode)f.ToJson())]);
    }

    public string TicketOf(KeptFile file) => Protector.Protect(file.ToJson().ToJsonString());

    private IDataProtector Protector => protection.CreateProtector("CommunityLms.Workflows.Forms.File", user.Actor?.AccountId.ToString() ?? "");

    private KeptFile? Read(string? ticket)
    {
        try
        {
            return ticket is null ? null : KeptFile.First(JsonNode.Parse(Protector.Unprotect(ticket)));
        }
        catch (Exception forged) when (forged is CryptographicException or JsonException or FormatException)
        {
            return null;
        }
    }

    private async Task Take(FileField field, string name, IReadOnlyList<IFormFile> files, CancellationToken cancel)
    {
        // One more than may be is enough for the check to refuse them.
        foreach (var file in files.Take(FileField.MostFiles + 1))
            try
            {
                var stored = await brought.Bring(file, field.ContentTypes, cancel);
                if (!_sent.TryGetValue(name, out var sent))
                    _sent[name] = sent = [];
                sent.Add(stored);
            }
            catch (RuleBroken refused)
            {
                Errors.Add(new(name, refused.Rule, [.. refused.Args]));
            }
    }

    private static IEnumerable<(string Name, FileField Field)> FileFields(IReadOnlyList<FormElement> elements, string prefix) => elements.SelectMany(element => element switch
    {
        FormGroup group => FileFields(group.Elements, group.Path.IsEmpty ? prefix : $"{prefix}.{group.Path.Text}"),
        FormList list => FileFields(list.Elements, $"{prefix}.{list.Path.Text}"),
        FileField field => [($"{prefix}.{field.Path.Text}", field)],
        _ => [],
    });

    private static string WithoutRows(string name) => string.Concat(name.Split('[').Select((part, i) => i == 0 || !part.Contains(']', StringComparison.Ordinal) ? part : part[(part.IndexOf(']', StringComparison.Ordinal) + 1)..]));
}
