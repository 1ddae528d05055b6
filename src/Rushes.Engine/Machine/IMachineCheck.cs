namespace Rushes.Engine.Machine;

/// <summary>Looks what is here and what is missing.</summary>
public interface IMachineCheck
{
    Task<IReadOnlyList<Finding>> ExamineAsync(CancellationToken cancellation);
}
