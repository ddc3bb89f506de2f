using CommunityLms.Kernel.Domain;

namespace CommunityLms.Mentoring.Pairings;

internal static class PairingRules
{
    public static readonly Rule HelpedUnknown = new("There is no such unit that still takes part. Choose the unit that is helped.", "HelpedId");
    public static readonly Rule HelpingUnknown = new("There is no such unit that still takes part. Choose the unit that helps.", "HelpingId");
    public static readonly Rule HelpedOfNoLevel = new("Districts, schools and departments of schools are helped. “{0}” is none of these.", "HelpedId");
    public static readonly Rule NotItself = new("A unit doesn’t help itself. Choose another one; where a district’s own centre helps, say that instead.", "HelpingId");
    public static readonly Rule CentreOfDistricts = new("Choose the unit that helps. Only a district can be helped by its own centre.", "HelpingId");
    public static readonly Rule LikeHelpsLike = new("A district helps a district, a school a school, a department a department. “{0}” and “{1}” are of different kinds.", "HelpingId");
    public static readonly Rule FormNotAllowed = new("The programme doesn’t pair units of this kind. Change the programme’s forms of pairing first.", "HelpedId");
    public static readonly Rule NotOneDistrict = new("Both belong to one district, and the programme pairs different districts.", "HelpingId");
    public static readonly Rule EndsAfterItBegins = new("A pairing ends after it begins.", "To");
    public static readonly Rule WithinProgramme = new("The pairing lies within the time of the programme.", "From");
    public static readonly Rule ScopeFits = new("Say what it covers in {0} characters at the most.", "Scope");
    public static readonly Rule ActivityIsNamed = new("Name each activity in 1 to {0} characters.", "Cadence");
    public static readonly Rule ActivityIsCounted = new("“{0}” happens 1 to {1} times in its period.", "Cadence");
    public static readonly Rule FewActivities = new("An agreement names {0} activities at the most.", "Cadence");
    public static readonly Rule PairedAlready = new("“{0}” is helped by “{1}” in this programme and subject at that time already. Change that pairing instead.", "HelpingId");
    public static readonly Rule IsOver = new("The pairing has ended. Draw up another one.");
}
