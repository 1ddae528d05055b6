using Rushes.Engine.Shooting;

namespace Rushes.Providers.VertexVeo;

/// <summary>How signing in to Google went.</summary>
internal abstract record SignedIn
{
    private SignedIn()
    {
    }

    /// <param name="Bearer">The access token.</param>
    /// <param name="Project">The project of the credentials, where they name one.</param>
    /// <param name="Given">One of the tokens that the user gave; otherwise it can be renewed without end.</param>
    public sealed record Yes(string Bearer, string? Project, bool Given = false) : SignedIn
    {
        protected override bool PrintMembers(System.Text.StringBuilder builder)
        {
            builder.Append("Project = ").Append(Project);
            return true;
        }
    }

    public sealed record No(Refusal Reason) : SignedIn;
}
