using Rushes.Engine.Projects;
using Rushes.Film;

namespace Rushes.Providers.Ffmpeg;

/// <summary>How a media program ended.</summary>
/// <param name="Output">Standard output as text, unless the call read it itself.</param>
/// <param name="Complaint">The last lines of standard error.</param>
public sealed record MediaResult(int ExitCode, string Output, string Complaint)
{
    public bool Succeeded => ExitCode == 0;

    /// <exception cref="MediaException">The program failed.</exception>
    /// <exception cref="MistakeException">It failed because the disk is full.</exception>
    public MediaResult OrThrow(string doing) => Succeeded ? this : throw Failure(doing);

    private Exception Failure(string doing) =>
        FullDisk.IsSaidIn(Complaint) ? FullDisk.Mistake.AsException() : new MediaException(doing, Complaint);
}
