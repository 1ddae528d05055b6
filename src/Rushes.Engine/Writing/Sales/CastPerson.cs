namespace Rushes.Engine.Writing.Sales;

/// <summary>Somebody whom the seller wants in the film.</summary>
/// <param name="Name">From the description, or what the language calls a person without one.</param>
/// <param name="Identity">The seller's description, the same in every prompt.</param>
internal sealed record CastPerson(string Name, string Role, string Identity)
{
    /// <summary>As a prompt names them.</summary>
    public string Shown => Identity.Length == 0 ? Name : $"{Name} ({Identity})";
}
