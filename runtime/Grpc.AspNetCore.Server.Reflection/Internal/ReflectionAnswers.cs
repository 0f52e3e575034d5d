using Google.Protobuf.Reflection;
using Grpc.Core;
using Grpc.Reflection.V1;
using Asked = Grpc.Reflection.V1.ServerReflectionRequest.MessageRequestOneofCase;

namespace Grpc.AspNetCore.Server.Reflection.Internal;

/// <summary>Answers one reflection request. What cannot be answered is an error in the response; the stream goes on.</summary>
internal sealed class ReflectionAnswers(DescriptorIndex index)
{
    public ServerReflectionResponse Answer(ServerReflectionRequest request)
    {
        var response = request.MessageRequestCase switch
        {
            Asked.ListServices => Services(),
            Asked.FileByFilename => FileAndImports(index.FileByName(request.FileByFilename), "File not found."),
            Asked.FileContainingSymbol => FileAndImports(index.FileOfSymbol(request.FileContainingSymbol), "Symbol not found."),
            Asked.FileContainingExtension => FileAndImports(
                index.FileOfExtension(request.FileContainingExtension.ContainingType, request.FileContainingExtension.ExtensionNumber), "Extension not found."),
            Asked.AllExtensionNumbersOfType => Extensions(request.AllExtensionNumbersOfType),
            Asked.None => Error(StatusCode.InvalidArgument, "The request asks for nothing."),
        };
        response.ValidHost = request.Host;
        response.OriginalRequest = request;
        return response;
    }

    private ServerReflectionResponse Services() => new()
    {
        ListServicesResponse = new ListServiceResponse { Service = { index.Services.Select(name => new ServiceResponse { Name = name }) } },
    };

    private ServerReflectionResponse Extensions(string message) => index.ExtensionsOf(message) is { } numbers
        ? new() { AllExtensionNumbersResponse = new ExtensionNumberResponse { BaseTypeName = message, ExtensionNumber = { numbers } } }
        : Error(StatusCode.NotFound, "Type not found.");

    private static ServerReflectionResponse FileAndImports(FileDescriptor? file, string otherwise)
    {
        if (file is null)
            return Error(StatusCode.NotFound, otherwise);
        var files = new List<FileDescriptor>();
        Collect(file);
        return new() { FileDescriptorResponse = new FileDescriptorResponse { FileDescriptorProto = { files.Select(f => f.SerializedData) } } };

        void Collect(FileDescriptor next)
        {
            if (files.Contains(next))
                return;
            files.Add(next);
            foreach (var import in next.Dependencies)
                Collect(import);
        }
    }

    private static ServerReflectionResponse Error(StatusCode code, string message) => new()
    {
        ErrorResponse = new ErrorResponse { ErrorCode = (int)code, ErrorMessage = message },
    };
}
