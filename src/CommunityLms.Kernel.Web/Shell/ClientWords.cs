using CommunityLms.Kernel.Web.TagHelpers;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Shell;

/// <summary>The words the client's scripts say (ClientApp/src/features), sent along with each page in the reader's language.</summary>
internal static class ClientWords
{
    private static readonly string[] s_keys =
    [
        "Draft kept", "The draft could not be kept on this device.", "What you typed here on {0} was not sent and is kept.", "Use the draft", "Discard it",
        "Go back", "{0} chosen", "Found", "Nobody and nothing of that name.", "Remove {0}", "Made smaller for the way: {0} instead of {1}", "The file is larger than {0} MB. Make it smaller or split it.", "Undo",
        "That did not arrive. Check the connection and try again.",
    ];

    /// <summary>JSON for a script element; English needs none, since the keys are English.</summary>
    public static string Json(IStringLocalizer<ShellTexts> texts) =>
        Markup.Json(s_keys.Select(key => (Key: key, texts[key].Value)).Where(pair => pair.Key != pair.Value).ToDictionary());
}
