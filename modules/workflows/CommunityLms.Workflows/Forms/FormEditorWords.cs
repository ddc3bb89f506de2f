using CommunityLms.Kernel.Web.Shell;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Forms;

/// <summary>The words of the form-js editor, which has no translations of its own (ClientApp/src/form-editor).</summary>
internal static class FormEditorWords
{
    private static readonly string[] s_keys =
    [
        "Components", "Search components", "Input", "Text field", "Text area", "Number field", "Date time", "Expression", "File picker", "Selection", "Checkbox", "Checkbox group", "Radio group",
        "Select", "Tag list", "Presentation", "Text view", "HTML view", "Spacer", "Separator", "Containers", "Group", "Dynamic list", "General", "ID", "Version tag", "Form",
        "Form definition", "Label", "Field label", "Field description", "Name of the answer", "Default value", "Read only", "Disabled", "Condition", "Hide if", "Layout", "Columns", "Auto",
        "Vertical alignment", "Top", "Center", "Bottom", "Appearance", "Prefix", "Suffix", "Validation", "Required", "Minimum", "Maximum", "Minimum length", "Maximum length",
        "Validation pattern", "Custom", "Custom regular expression", "Custom error message", "Email", "Phone", "Custom properties", "Value", "Type", "Options source", "Static options",
        "Static", "Input data", "Options expression", "Input values key", "Dynamic options", "Searchable", "Subtype", "Date", "Time", "Date & Time", "Date label", "Time label",
        "Time interval", "Use 24h", "Disallow past dates", "Constraints", "Serialization", "Time format", "Decimal digits", "Increment", "Output as string", "Path", "Show outline",
        "Default number of items", "Allow add/delete items", "Disable collapse", "Number of non-collapsing items", "Text", "Content", "Height", "Target value", "Compute on", "Value changes",
        "Form submission", "Upload multiple files", "Supported file formats", "Checked", "Not checked", "Create", "Delete", "Toggle section",
    ];

    public static IReadOnlyDictionary<string, string> In(IStringLocalizer texts) => ClientWords.In(texts, s_keys);
}
