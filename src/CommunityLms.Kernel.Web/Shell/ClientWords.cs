using Microsoft.Extensions.Localization;

namespace CommunityLms.Kernel.Web.Shell;

/// <summary>The words that scripts say, sent along with the page in the reader's language as <c>&lt;lms-json class="lms-words" /&gt;</c>.</summary>
public static class ClientWords
{
    /// <summary>Each key with its translation; English needs none, since the keys are English.</summary>
    public static IReadOnlyDictionary<string, string> In(IStringLocalizer texts, IEnumerable<string> keys) =>
        keys.Select(key => (Key: key, texts[key].Value)).Where(pair => pair.Key != pair.Value).ToDictionary();

    /// <summary>Those of the shell's scripts (ClientApp/src/features), on every page.</summary>
    internal static IReadOnlyDictionary<string, string> OfTheShell(IStringLocalizer texts) => In(texts, s_keys);

    private static readonly string[] s_keys =
    [
        "Draft kept", "The draft could not be kept on this device.", "What you typed here on {0} was not sent and is kept.", "Use the draft", "Discard it",
        "Go back", "{0} chosen", "Found", "Nobody and nothing of that name.", "Remove {0}", "Made smaller for the way: {0} instead of {1}", "The file is larger than {0} MB. Make it smaller or split it.", "Undo",
        "That did not arrive. Check the connection and try again.",
    ];
}
