namespace CommunityLms.Institutes.Contracts;

/// <summary>What a unit of an institute is. A county stands where a district would; a department is a school's subject group.</summary>
public enum UnitKind { Institute, District, County, School, Department }

/// <summary>The setting of a unit. A village school has its own weight in pairing (practice P2).</summary>
public enum UnitSetting { Urban, Rural, Village }

/// <summary>The grades a teacher teaches: grades 1 to 2, 3 to 4, 5 to 6, 7 to 9 and 10 to 12.</summary>
public enum GradeBand { LowerPrimary, MiddlePrimary, UpperPrimary, JuniorSecondary, SeniorSecondary }

/// <summary>How much of a post a teacher holds in a subject; asked again at mid-term (practice P5).</summary>
public enum EmploymentLoad { FullTime, PartTime }

/// <summary>The level at which a backbone teacher was appraised ("three levels").</summary>
public enum BackboneLevel { County, City, Province }

/// <summary>What a backbone teacher was appraised as ("three categories").</summary>
public enum BackboneCategory { KeyTeacher, SubjectLeader, TeachingExpert }

/// <summary>A place in the three-level tutor network of a subject: the section arranges, the leader coordinates, the tutor does the practical work.</summary>
public enum TutorPosition { Section, GroupLeader, Tutor }
