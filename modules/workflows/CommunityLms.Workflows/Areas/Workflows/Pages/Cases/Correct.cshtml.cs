using System.ComponentModel.DataAnnotations;
using System.Text.Json.Nodes;
using CommunityLms.Kernel.Domain;
using CommunityLms.Kernel.Web;
using CommunityLms.Kernel.Web.Security;
using CommunityLms.Workflows.Cases;
using CommunityLms.Workflows.Contracts;
using Microsoft.AspNetCore.Mvc;

namespace CommunityLms.Workflows.Areas.Workflows.Pages.Cases;

/// <summary>Puts variables of a case right.</summary>
[RequiresPermission(WorkflowsPermissions.Cases.Intervene)]
internal sealed class CorrectModel(CaseQueries cases, CaseWords words, Intervening intervening) : LmsPageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    [BindProperty]
    public CorrectInput Input { get; set; } = new();

    public string Title { get; private set; } = "";

    /// <summary>What the case knows now, without what nobody may change.</summary>
    public JsonObject Stored { get; private set; } = [];

    private Dictionary<string, string> _labels = [];

    public string LabelOf(string name) => _labels.GetValueOrDefault(name) is { } label && label != name ? L["{0} ({1})", label, name] : name;

    public override async Task Prepare(CancellationToken cancel)
    {
        await Load(cancel);
        // What was typed stays; anything else is shown as it is now.
        foreach (var (name, value) in Stored)
        {
            var (now, before) = (VariableText.Of(value), Input.Before.GetValueOrDefault(name));
            if (Input.Values.GetValueOrDefault(name) is not { } typed || typed == before)
                Input.Values[name] = now;
            Input.Before[name] = now;
        }
    }

    public Task OnGetAsync(CancellationToken cancel) => Prepare(cancel);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var seen = Input.Stamp;
        await Load(cancel);
        var changed = new JsonObject();
        foreach (var (name, value) in Stored)
            if (Input.Values.TryGetValue(name, out var typed) && Same(typed) != Same(Input.Before.GetValueOrDefault(name)))
                changed[name] = VariableText.Read(LabelOf(name), typed, value, $"Input.Values[{name}]");
        if (!string.IsNullOrWhiteSpace(Input.NewName))
            changed[Input.NewName.Trim()] = VariableText.Read(Input.NewName, Input.NewValue, before: null, "Input.NewValue");
        if (changed.Count == 0)
            throw new RuleBroken(CaseRules.NothingChanged);
        await intervening.Correct(Id, changed, Input.Reason!, cancel, seen);
        return Done(L["Done. The story says so."], "Details", new { Id });
    }

    private async Task Load(CancellationToken cancel)
    {
        await intervening.Require(Id, cancel);
        var shown = await cases.Find(Id, cancel);
        var known = Values.ToJson(shown.State.Variables);
        (Title, Input.Stamp) = (shown.Case.Title, shown.Case.ConcurrencyStamp);
        foreach (var fixedOne in known.Select(v => v.Key).Where(KnownVariables.Has).ToList())
            known.Remove(fixedOne);
        Stored = known;
        _labels = await words.Labels(shown.Case.VersionId, known, cancel);
    }

    /// <summary>Browsers send lines as they like.</summary>
    private static string Same(string? text) => (text ?? "").ReplaceLineEndings("\n").Trim();
}

internal sealed record CorrectInput
{
    /// <summary>The version of the case that was seen.</summary>
    public Guid Stamp { get; set; }

    public Dictionary<string, string?> Values { get; init; } = [];

    /// <summary>What stood there when the page was opened.</summary>
    public Dictionary<string, string?> Before { get; init; } = [];

    [StringLength(120)]
    public string? NewName { get; init; }

    [StringLength(20_000)]
    public string? NewValue { get; init; }

    [Required, StringLength(500)]
    public string? Reason { get; init; }
}
