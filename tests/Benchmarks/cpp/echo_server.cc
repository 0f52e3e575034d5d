// The C++ peer of the gRPC benchmarks: the callback API, which its authors recommend for speed.
#include <grpcpp/grpcpp.h>

#include <iostream>

#include "echo.grpc.pb.h"

namespace {

class Repeater final : public grpc::ServerWriteReactor<bench::Chunk> {
 public:
  explicit Repeater(const bench::RepeatRequest* request) : chunk_(request->chunk()), left_(request->count()) { Next(); }

  void OnWriteDone(bool ok) override {
    if (ok) {
      Next();
    } else {
      Finish(grpc::Status::CANCELLED);
    }
  }

  void OnDone() override { delete this; }

 private:
  void Next() {
    if (left_-- > 0) {
      StartWrite(&chunk_);
    } else {
      Finish(grpc::Status::OK);
    }
  }

  const bench::Chunk chunk_;
  int left_;
};

class EchoService final : public bench::Echo::CallbackService {
  grpc::ServerUnaryReactor* Unary(grpc::CallbackServerContext* context, const bench::Chunk* request, bench::Chunk* response) override {
    *response = *request;
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }

  grpc::ServerWriteReactor<bench::Chunk>* Repeat(grpc::CallbackServerContext*, const bench::RepeatRequest* request) override {
    return new Repeater(request);
  }
};

}  // namespace

int main() {
  EchoService service;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
  builder.RegisterService(&service);
  const auto server = builder.BuildAndStart();
  std::cout << "ready " << port << std::endl;
  server->Wait();
}
