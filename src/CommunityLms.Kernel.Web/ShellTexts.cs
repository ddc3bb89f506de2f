namespace CommunityLms.Kernel.Web;

/// <summary>Stands for the shell's own texts: <c>IStringLocalizer&lt;ShellTexts&gt;</c>.</summary>
internal sealed class ShellTexts;
