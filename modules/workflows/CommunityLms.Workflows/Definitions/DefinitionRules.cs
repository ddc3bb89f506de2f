using CommunityLms.Kernel.Domain;
using CommunityLms.Workflows.Engine.Bpmn;

namespace CommunityLms.Workflows.Definitions;

internal static class DefinitionRules
{
    public const int LargestFile = BpmnReader.MaximumLetters;

    public static readonly Rule KeyFits = new("A short name has letters from a to z, digits and hyphens, and up to {0} of them.", "Key");
    public static readonly Rule KeyTaken = new("The short name {0} is taken by another workflow.", "Key");
    public static readonly Rule NameFits = new("A name has from 1 to {0} letters.", "Name");
    public static readonly Rule NoteFits = new("A note has up to {0} letters.", "Note");
    public static readonly Rule FileFits = new("The drawing is too large: it may have up to {0} letters.", "Xml");
    public static readonly Rule NotUtf8 = new("The file isn’t written in UTF-8. Save it in that encoding and bring it again.", "Xml");
    public static readonly Rule CantBeRead = new("The file can’t be used. {0}", "Xml");
    public static readonly Rule HasErrors = new("The drawing can’t be published before this is mended: {0}");
    public static readonly Rule Archived = new("The workflow is archived; restore it first.");
}
