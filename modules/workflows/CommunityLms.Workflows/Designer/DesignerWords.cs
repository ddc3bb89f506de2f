using CommunityLms.Kernel.Web.Shell;
using Microsoft.Extensions.Localization;

namespace CommunityLms.Workflows.Designer;

/// <summary>The words the designer says (ClientApp/src/designer); a test compares them with its sources.</summary>
internal static class DesignerWords
{
    private static readonly string[] s_keys =
    [
        "A list.", "Activity", "After so many working days", "Again while a condition holds", "All is saved", "All of it is called", "Another workflow", "Answers", "Answers when approved together with others", "At the same time",
        "At the same time: all ways", "Begin with a verb: people read it in their list of tasks.", "Beginning", "By when", "Changed", "Code", "Computation", "Compute something", "Condition",
        "Connect two steps", "Decision", "Decision: one way of several", "Done without the system", "Due after", "Each is called", "Empty: by the case’s own number.",
        "Empty: where the case takes place.", "End", "Ends early when", "Error: ", "Event", "Everybody in the institute", "Expression", "For each of", "For example: \"Transfer of \" + starterName",
        "For example: 2026-09-01T08:00:00+08:00", "For example: P3D for three days", "For example: R3/P1D for three times, a day apart", "For example: agreed = true",
        "For example: numberOfCompletedInstances >= 1", "For example: starter", "For example: {agreed: true}. Write true where nothing is asked; empty: each is opened by itself.", "For one after the other", "For several at the same time", "For which case", "Form", "Go on", "How often", "Kept as",
        "May be sent back", "May stay empty.", "Message", "Move the drawing", "Name", "Names and functions",
        "Nobody chosen: only modules and messages begin it.", "Not saved", "Nothing chosen", "Nothing is missing. It can be published.", "On which unit", "One of them takes it.",
        "Or a person of the case", "Or after a time", "Or again and again", "Or at a moment", "Or whoever did this task", "Part", "Remark", "Remark: ", "Reminder after", "Repeated", "Saving",
        "Seal of", "Select several", "Sends a message", "Somebody does something", "Somebody may be added", "Step", "Steps that belong together", "Stop and tell an administrator", "Task",
        "The drawing. The list of steps beside it says the same in words.", "The name under which the result can be used.", "The unit whose seal is given by doing it.", "Title of a case",
        "Told to others after", "Wait for a message", "Wait for a time", "Waits", "Waits for a message", "Way", "What each gives", "What is computed", "What is done", "What it is called",
        "What they decide", "When", "When no other way fits", "When there is nobody", "When this way is taken", "Which error", "Which message", "Which workflow", "While", "While it goes on", "Who",
        "Who does it", "Who is told", "Who may ask for it", "Whoever holds one of these roles", "Without a form: names separated by commas; an asterisk marks those that may stay empty.",
        "Workflow", "Working days of the institute’s calendar.", "{0}, then: {1}",
        "Added", "Taken away", "Nothing that happens is different; only the picture may be.",
    ];

    public static IReadOnlyDictionary<string, string> In(IStringLocalizer texts) => ClientWords.In(texts, s_keys);
}
