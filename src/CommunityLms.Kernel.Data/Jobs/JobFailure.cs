using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityLms.Kernel.Domain;

namespace CommunityLms.Kernel.Data.Jobs;

/// <summary>Why a run failed, in words and never with a stack trace.</summary>
/// <param name="Message">A rule's message, which is the key of its translations, or an exception's.</param>
/// <param name="Args">A rule's arguments as a JSON array.</param>
internal sealed record JobFailure(string Message, string? Args = null)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JobFailure Of(Exception fault)
    {
        if (fault is RuleBroken broken)
            return new(broken.Rule.Message, JsonSerializer.Serialize(broken.Args.Select(a => Convert.ToString(a, CultureInfo.InvariantCulture)), Json));
        var message = fault.GetBaseException().Message;
        return new(message.Length <= JobRecord.MaxError ? message : message[..JobRecord.MaxError]);
    }

    public static string[] ArgsOf(string json) => JsonSerializer.Deserialize<string[]>(json) ?? [];
}
