using System.Net;
using System.Text.RegularExpressions;

namespace CommunityLms.Workflows.Forms.Schema;

/// <summary>The words of a piece of html. A form never brings markup of its own onto a page.</summary>
internal static class HtmlText
{
    private static readonly Regex s_unseen = Linear("<(script|style)[^>]*>.*?</(script|style)>");
    private static readonly Regex s_ends = Linear("<br[^>]*>|</(p|div|li|h[1-6]|tr)>");
    private static readonly Regex s_tags = Linear("<[^>]*>");

    public static string Of(string html) => WebUtility.HtmlDecode(s_tags.Replace(s_ends.Replace(s_unseen.Replace(html, ""), "\n\n"), "")).Trim();

    /// <summary>Somebody else wrote the html, so that nothing may take longer than its length allows.</summary>
    private static Regex Linear(string pattern) => new(pattern, RegexOptions.NonBacktracking | RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
}
