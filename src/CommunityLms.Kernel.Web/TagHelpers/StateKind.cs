namespace CommunityLms.Kernel.Web.TagHelpers;

/// <summary>The four states a thing can be in, and none of them; each has its colour and its icon.</summary>
public enum StateKind { Neutral, Waiting, Done, Late, News }

internal static class StateKinds
{
    /// <summary>The value of data-state; none for a neutral thing.</summary>
    public static string? Name(this StateKind kind) => kind switch
    {
        StateKind.Waiting => "waiting",
        StateKind.Done => "done",
        StateKind.Late => "late",
        StateKind.News => "news",
        _ => null,
    };

    public static string Icon(this StateKind kind) => kind switch
    {
        StateKind.Waiting => "clock",
        StateKind.Done => "circle-check",
        StateKind.Late => "alert-triangle",
        StateKind.News => "info-circle",
        _ => "circle-dashed",
    };
}
