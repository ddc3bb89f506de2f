namespace CommunityLms.Kernel.Web;

/// <summary>Names the texts of the shell and its tag helpers for <c>IStringLocalizer&lt;ShellTexts&gt;</c>; public because tag helpers are.</summary>
public sealed class ShellTexts;
