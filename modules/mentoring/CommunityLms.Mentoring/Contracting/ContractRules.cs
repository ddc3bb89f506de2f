using CommunityLms.Kernel.Domain;

namespace CommunityLms.Mentoring.Contracting;

internal static class ContractRules
{
    public const int ReasonLength = 1000;

    public static readonly Rule NotOneself = new("Nobody is their own mentor. Choose somebody else.", "MentorId");
    public static readonly Rule SubjectOfProgramme = new("The programme doesn’t have this subject.", "SubjectId");
    public static readonly Rule NotOneSchool = new("Mentor and trainee belong to one school, and the programme pairs different schools.", "MentorId");
    public static readonly Rule NotOneDistrict = new("Mentor and trainee belong to one district, and the programme pairs different districts.", "MentorId");
    public static readonly Rule NotBackbone = new("{0} isn’t a backbone teacher of the level that the programme asks of mentors.", "MentorId");
    public static readonly Rule NotRural = new("{0} doesn’t teach at a rural or village school, and the programme is for those who do.", "TraineeId");
    public static readonly Rule HasMentor = new("The trainee has a mentor in this subject for that time: {0}. End or replace that contract first.", "TraineeId");
    public static readonly Rule MentorIsFull = new("{0} has {1} trainees in this subject for that time and no place for another. Choose another mentor.", "MentorId");
    public static readonly Rule NotEmployed = new("{0} doesn’t teach this subject in a school for the whole time of the programme.");
    public static readonly Rule TextFits = new("Write 1 to {0} characters.", "Text");
    public static readonly Rule RemarkFits = new("Say it in 1 to {0} characters.", "Text");
    public static readonly Rule ReasonFits = new("Say why, in 1 to {0} characters.", "Reason");
    public static readonly Rule StageGoalsMissing = new("A goal has a goal for each stage.", "StageGoals");
    public static readonly Rule GoalNeedsMeasure = new("Say for stage {0} what is to be reached, and by what one will see it.", "StageGoals");
    public static readonly Rule NotAskedFor = new("The workflow doesn’t ask for this now.");
    public static readonly Rule NothingProposed = new("Nothing has been proposed yet. Propose something first.");
    public static readonly Rule VersionChanged = new("There is a newer version in the meantime. Read it, then agree or propose another.");
    public static readonly Rule DecisionsOpen = new("Both sides agree to goal, time, theme and method before they sign.");
    public static readonly Rule TextChanged = new("The text has changed since you opened it. Read it again, then confirm.");
    public static readonly Rule SignedAlready = new("It is signed already. What was signed is changed by an amendment.");
    public static readonly Rule ChangeByAmendment = new("What was signed is changed by an amendment.");
    public static readonly Rule NotSigned = new("Both sides sign first.");
    public static readonly Rule NotUnderWay = new("The contract isn’t under way.");
    public static readonly Rule NotDeferred = new("The contract isn’t deferred.");
    public static readonly Rule NoSealToWithdraw = new("There is no seal of yours on this text. Look at the contract again.");
    public static readonly Rule SealMissing = new("{0} took its seal back. Ask for it to be given anew before you go on.");
    public static readonly Rule SealIsOver = new("The seal of {0} was valid until {1}. Ask for it to be given anew before you go on.");
    public static readonly Rule SealEndsInThePast = new("The last day of a seal is today or a later one. Choose another day, or none.", "ValidUntil");
    public static readonly Rule KeptSealIsOver = new("The seal of {0} was valid until {1}. It is renewed by: {2}.");
    public static readonly Rule KeepingIsOver = new("You kept the seal of {0} until {1}. It is entrusted anew by: {2}.");
    public static readonly Rule AmendmentOpen = new("An amendment is open already. Change that one, or give it up first.");
    public static readonly Rule NoAmendment = new("No amendment is open.");
    public static readonly Rule NoAmendmentWorkflow = new("The programme has no workflow for amendments while a contract is under way. Ask your institute to choose one.");
    public static readonly Rule IsOver = new("The contract is over.");
    public static readonly Rule StageIsNotOpen = new("The stage “{0}” isn’t open.");
    public static readonly Rule NotYourSide = new("Only mentor and trainee of the contract may do this.");
    public static readonly Rule NotKeeper = new("You don’t keep the seal of {0}.");
    public static readonly Rule PasswordIsWrong = new("The password isn’t right.", "Password");
}
