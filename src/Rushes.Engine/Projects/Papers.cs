namespace Rushes.Engine.Projects;

/// <summary>The brief and the script of a project, as files.</summary>
public static class Papers
{
    /// <summary>One word for how both are now: another one when either was written.</summary>
    public static string StateOf(Project project)
    {
        ArgumentNullException.ThrowIfNull(project);
        return FormattableString.Invariant($"{File.GetLastWriteTimeUtc(project.ProjectFile).Ticks:x}-{File.GetLastWriteTimeUtc(project.ScriptFile).Ticks:x}");
    }
}
