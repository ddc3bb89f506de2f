using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Definitions;

/// <summary>How something is done in this institute: a drawing that is worked on, and the versions published of it.</summary>
internal sealed class Definition : Aggregate
{
    public const int KeyLength = 60;
    public const int NameLength = 120;

    private Definition() { }

    public Definition(string key, string name, string xml)
    {
        Ensure(key.Length is > 0 and <= KeyLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'), DefinitionRules.KeyFits, KeyLength);
        Key = key;
        Rename(name);
        SaveDraft(xml);
    }

    /// <summary>What other modules, API clients and call activities call it; never changes.</summary>
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The BPMN file being worked on, exactly as it was saved.</summary>
    [NotAudited]
    public string Draft { get; private set; } = "";

    /// <summary>The version new cases run by; null while none is published.</summary>
    public Guid? CurrentVersionId { get; private set; }

    /// <summary>The number of the newest version; 0 before the first.</summary>
    public int LastVersion { get; private set; }

    /// <summary>Who may ask for a case, as the current version says: "anyone", or keys of roles; null where nobody may.</summary>
    public string? RequestedBy { get; private set; }

    public DateOnly? ArchivedOn { get; private set; }

    public void Rename(string name)
    {
        Ensure(name.Trim() is { Length: > 0 and <= NameLength }, DefinitionRules.NameFits, NameLength);
        Name = name.Trim();
    }

    /// <summary>Keeps the drawing, finished or not.</summary>
    public void SaveDraft(string xml)
    {
        Ensure(xml.Length <= DefinitionRules.LargestFile, DefinitionRules.FileFits, DefinitionRules.LargestFile);
        Draft = xml;
    }

    /// <summary>Makes the draft the version new cases run by; running ones stay on theirs. Whoever calls has checked the drawing.</summary>
    public DefinitionVersion Publish(ProcessGraph graph, string? note, DateTime at, string by)
    {
        Ensure(ArchivedOn is null, DefinitionRules.Archived);
        Ensure(note is null or { Length: <= DefinitionVersion.NoteLength }, DefinitionRules.NoteFits, DefinitionVersion.NoteLength);
        var version = new DefinitionVersion(Id, ++LastVersion, Draft, note, at, by);
        (CurrentVersionId, RequestedBy) = (version.Id, graph.Properties.GetValueOrDefault(ProcessProperties.RequestedBy));
        return version;
    }

    public void Archive(DateOnly on) => ArchivedOn ??= on;

    public void Restore() => ArchivedOn = null;
}

/// <summary>A published drawing. Never changed: cases run by it for years.</summary>
internal sealed class DefinitionVersion : Entity, IMultiTenant
{
    public const int NoteLength = 500;

    private DefinitionVersion() { }

    public DefinitionVersion(Guid definitionId, int number, string xml, string? note, DateTime at, string by) =>
        (DefinitionId, Number, Xml, Note, PublishedAt, PublishedBy) = (definitionId, number, xml, note, at, by);

    public Guid TenantId { get; private set; }

    public Guid DefinitionId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    [NotAudited]
    public string Xml { get; private set; } = "";

    /// <summary>What is different, in the words of whoever published it.</summary>
    public string? Note { get; private set; }

    public DateTime PublishedAt { get; private set; }

    public string PublishedBy { get; private set; } = "";
}

/// <summary>A message or a time that begins cases of a definition; those of the current version only, so that nothing old goes on starting.</summary>
[NotAudited]
internal sealed class StartPoint : Entity, IMultiTenant
{
    private StartPoint() { }

    public StartPoint(Guid definitionId, string nodeId, string? message) => (DefinitionId, NodeId, Message) = (definitionId, nodeId, message);

    public Guid TenantId { get; private set; }

    public Guid DefinitionId { get; private set; }

    public string NodeId { get; private set; } = "";

    /// <summary>The message's name; null where it is a time.</summary>
    public string? Message { get; private set; }

    /// <summary>Why no case could begin the last time; null when one did.</summary>
    public string? Failure { get; private set; }

    public DateTime? FailedAt { get; private set; }

    public void Fail(string reason, DateTime at) => (Failure, FailedAt) = (reason, at);

    public void Begun() => (Failure, FailedAt) = (null, null);
}
