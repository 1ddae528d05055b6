namespace Rushes.Engine.Shooting;

/// <summary>
/// Who this process is to the others that share its home, and which of them have ended. A process that merely froze is present: it is overcome by its
/// lease running out and fenced by the lane's epoch.
/// </summary>
public interface IPresence
{
    /// <summary>This process, unlike any other that ever used the home.</summary>
    string Name { get; }

    /// <summary>Whether it is certain that the process has ended.</summary>
    bool IsGone(string name);
}
