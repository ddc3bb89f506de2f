using CommunityLms.Kernel.Domain;

namespace CommunityLms.Institutes.People;

internal static class PersonRules
{
    public static readonly Rule StaffNumberTaken = new("The staff number {0} belongs to another person.", "StaffNumber");
    public static readonly Rule EndsBeforeItBegins = new("The last day comes before the first. Change one of them.", "To");
    public static readonly Rule EmployedThereAlready = new("The person works in this unit and subject in that time already.", "UnitId");
    public static readonly Rule AppointedAlready = new("The person holds a place in the network of this subject in that time already.", "SubjectId");
    public static readonly Rule TutorSubjectMissing = new("Enter the subject of the tutor network.", "SubjectId");
    public static readonly Rule WorksInNeither = new("The person works in neither of the two units on that day.", "PersonId");
    public static readonly Rule UnitArchived = new("“{0}” is archived. Choose an active unit.", "UnitId");
}
