using CommunityLms.Kernel.Data.Auditing;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Workflows.Forms;

/// <summary>A form of a workflow, as it is worked on. Drawings name it by its key: <c>lms:form="opinion"</c>.</summary>
internal sealed class DefinitionForm : Aggregate
{
    public const int KeyLength = 60;
    public const int NameLength = 120;

    /// <summary>A form without questions, as the editor begins with.</summary>
    public const string Blank = """{"type":"default","schemaVersion":19,"components":[]}""";

    private DefinitionForm() { }

    public DefinitionForm(Guid definitionId, string key, string name, string schema = Blank)
    {
        Ensure(IsKey(key), FormRules.KeyFits, KeyLength);
        (DefinitionId, Key) = (definitionId, key);
        Change(name, schema);
    }

    public Guid DefinitionId { get; private set; }

    /// <summary>What the drawing calls it; never changes.</summary>
    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    /// <summary>The JSON of form-js, exactly as it was saved.</summary>
    [NotAudited]
    public string Schema { get; private set; } = "";

    public static bool IsKey(string key) => key.Length is > 0 and <= KeyLength && key.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');

    public void Change(string name, string schema)
    {
        Ensure(name.Trim() is { Length: > 0 and <= NameLength }, FormRules.NameFits, NameLength);
        (Name, Schema) = (name.Trim(), schema);
    }
}

/// <summary>A form as it was published with a version. Never changed: running cases keep it.</summary>
[NotAudited]
internal sealed class VersionForm : Entity, IMultiTenant
{
    private VersionForm() { }

    public VersionForm(Guid versionId, DefinitionForm form) => (VersionId, Key, Name, Schema) = (versionId, form.Key, form.Name, form.Schema);

    public Guid TenantId { get; private set; }

    public Guid VersionId { get; private set; }

    public string Key { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string Schema { get; private set; } = "";
}

internal static class FormRules
{
    public const int MostForms = 50;

    public static readonly Rule KeyFits = new("A short name has letters from a to z, digits and hyphens, and up to {0} of them.", "Key");
    public static readonly Rule KeyTaken = new("The short name {0} is taken by another form.", "Key");
    public static readonly Rule NameFits = new("A name has from 1 to {0} letters.", "Name");
    public static readonly Rule TooMany = new("A workflow has up to {0} forms.");
    public static readonly Rule CantBeRead = new("The form can’t be used. {0}", "Schema");
}
