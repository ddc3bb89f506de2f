using CommunityLms.Institutes.Contracts;
using CommunityLms.Kernel.Modularity;
using CommunityLms.Kernel.Web.TagHelpers;
using CommunityLms.Workflows.Engine.Execution;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Cases;

/// <summary>A line of a case's story.</summary>
/// <param name="Note">A reason, a comment.</param>
internal sealed record StoryLine(DateTime At, string Text, string Icon, StateKind Kind, string? Note);

/// <summary>Tells a case's journal in words. What only tokens did is left out: who looks wants to know who did what.</summary>
internal sealed class CaseStory(IPeople people, IStringLocalizer<WorkflowsModule> texts) : IScopedDependency
{
    /// <returns>The newest first.</returns>
    public async Task<IReadOnlyList<StoryLine>> Tell(CaseView view, CancellationToken cancel)
    {
        var concerned = view.Journal.Select(e => e.AboutPersonId).OfType<Guid>().Distinct().ToList();
        var names = (await people.Find(concerned, cancel)).ToDictionary(p => p.Key, p => p.Value.Name.ToString());
        return [.. view.Journal.SelectMany(entry => Lines(view, entry, names)).Reverse()];
    }

    private IEnumerable<StoryLine> Lines(CaseView view, CaseEntry entry, Dictionary<Guid, string> names)
    {
        var (step, about) = (NameOf(view, entry.NodeId), entry.AboutPersonId is { } id ? names.GetValueOrDefault(id, "?") : "?");
        return entry.Kind switch
        {
            EntryKind.Step when entry.ReadLines() is [] && CaseEventJson.Read(entry.Event!) is VariablesChanged changed => [Line(entry, texts["{0} put right: {1}.", entry.Who, string.Join(texts[", "], changed.Variables.Keys)], "pencil")],
            EntryKind.Step => entry.ReadLines().Select(line => Step(view, entry, line)).OfType<StoryLine>(),
            EntryKind.Claimed => [Line(entry, texts["{0} took “{1}”.", entry.Who, step], "hand-stop")],
            EntryKind.Returned => [Line(entry, texts["{0} gave “{1}” back to the group.", entry.Who, step], "arrow-back-up")],
            EntryKind.Transferred => [Line(entry, texts["{0} handed “{1}” to {2}.", entry.Who, step, about], "transfer")],
            EntryKind.Delegated => [Line(entry, texts["{0} asked {2} to work on “{1}”.", entry.Who, step, about], "transfer")],
            EntryKind.HandedBack => [Line(entry, texts["{0} has worked on “{1}” and given it back.", entry.Who, step], "arrow-back-up")],
            EntryKind.Commented => [Line(entry, texts["{0} wrote:", entry.Who], "message")],
            EntryKind.Sealed => [Line(entry, texts["Seal “{0}” given by {1}.", entry.Text ?? "", entry.Who], "rubber-stamp", StateKind.Done) with { Note = null }],
            EntryKind.ActedFor => [Line(entry, texts["{0} acted for {1}.", entry.Who, about], "users")],
            EntryKind.CopiedTo => [Line(entry, texts["{0} showed it to {1}.", entry.Who, about], "copy")],
            EntryKind.Urged => [Line(entry, texts["{0} urged it.", entry.Who], "urgent", StateKind.Waiting)],
            EntryKind.Reminded => [Line(entry, texts["“{0}” was called to mind.", step], "bell", StateKind.Waiting)],
            EntryKind.Escalated => [Line(entry, texts["That “{0}” waits too long was told to others.", step], "bell", StateKind.Late)],
            EntryKind.Reassigned => [Line(entry, texts["{0} gave “{1}” to {2}.", entry.Who, step, about], "transfer")],
            EntryKind.TriedAgain => [Line(entry, texts["{0} had the work done once more.", entry.Who], "refresh")],
            _ => [],
        };
    }

    private StoryLine? Step(CaseView view, CaseEntry entry, JournalEntry line)
    {
        var step = NameOf(view, line.NodeId);
        return line.Kind switch
        {
            JournalKind.CaseStarted => Line(entry, texts["{0} began it.", view.Case.StartedBy], "player-play"),
            JournalKind.Completed when view.Graph.Find(line.NodeId!) is Engine.Bpmn.UserTask => Line(entry, texts["{0} did “{1}”.", entry.Who, step], "check", StateKind.Done),
            JournalKind.Completed when view.Graph.Find(line.NodeId!) is Engine.Bpmn.ServiceTask => Line(entry, texts["“{0}” is done.", step], "settings", StateKind.Done),
            JournalKind.ErrorThrown => Line(entry, texts["“{0}” could not be done: {1}.", step, line.Detail ?? ""], "alert-triangle", StateKind.Late),
            JournalKind.IncidentRaised => Line(entry, texts["“{0}” stopped and needs an administrator.", step], "alert-circle", StateKind.Late),
            JournalKind.IncidentResolved => Line(entry, texts["“{0}” can go on.", step], "circle-check"),
            JournalKind.Retried => Line(entry, texts["{0} had “{1}” tried again.", entry.Who, step], "refresh"),
            JournalKind.Skipped => Line(entry, texts["{0} passed over “{1}”.", entry.Who, step], "player-play"),
            JournalKind.Moved => Line(entry, texts["{0} took it from “{1}” to “{2}”.", entry.Who, step, NameOf(view, line.Detail)], "route"),
            JournalKind.SentBack => Line(entry, texts["{0} sent it back from “{1}” to “{2}”.", entry.Who, step, NameOf(view, line.Detail)], "arrow-back-up", StateKind.Waiting),
            JournalKind.InstanceAdded => Line(entry, texts["{0} asked one more for “{1}”.", entry.Who, step], "user-plus"),
            JournalKind.CaseEnded => Line(entry, texts["It has ended."], "flag", StateKind.Done),
            _ => null,
        };
    }

    private static string NameOf(CaseView view, string? node) => node is null ? "" : view.Graph.Find(node)?.Name ?? node;

    private static StoryLine Line(CaseEntry entry, string text, string icon, StateKind kind = StateKind.Neutral) => new(entry.At, text, icon, kind, entry.Text);
}
